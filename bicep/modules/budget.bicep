metadata description = 'Monthly budget of the resource group. It warns; it stops nothing.'

import { Token } from 'types.bicep'

@description('Text that makes names unique.')
param token Token

@description('Money per month, in the currency of the subscription.')
@minValue(1)
param amount int

@description('First day of the first month, as yyyy-MM-01.')
param startDate string

@description('Resource id of the group of people who are told.')
param actionGroupId string

@description('Addresses that are written to.')
param emails string[]

var notice = {
  enabled: true
  operator: 'GreaterThanOrEqualTo'
  contactRoles: ['Owner']
  contactEmails: emails
  contactGroups: [actionGroupId]
}

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: 'budget-${token}'
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: startDate }
    notifications: {
      half: union(notice, { threshold: 50, thresholdType: 'Actual' })
      most: union(notice, { threshold: 90, thresholdType: 'Actual' })
      forecast: union(notice, { threshold: 100, thresholdType: 'Forecasted' })
    }
  }
}
