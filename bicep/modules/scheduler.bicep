metadata description = 'Durable Task Scheduler with its task hub: the back end of the orchestrations. It knows identities only.'

import { resourceNames, taskHub } from 'names.bicep'
import { roles } from 'roles.bicep'
import { Tags, Token } from 'types.bicep'

@description('Region of the scheduler, one that offers it.')
param location string

@description('Tags of every resource.')
param tags Tags

@description('Text that makes names unique.')
param token Token

@description('How the scheduler is paid for: by use, or by reserved capacity.')
@allowed(['Consumption', 'Dedicated'])
param sku string

@description('Capacity units, of the Dedicated tier only.')
@minValue(1)
@maxValue(3)
param capacity int

resource functions 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: resourceNames(token).functionsIdentity
}

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' = {
  name: 'dts-${token}'
  location: location
  tags: tags
  properties: {
    // Instances of the function app have no fixed address; what protects the scheduler is that it knows identities only.
    ipAllowlist: ['0.0.0.0/0']
    sku: sku == 'Dedicated' ? { name: 'Dedicated', capacity: capacity } : { name: 'Consumption' }
  }
}

resource hub 'Microsoft.DurableTask/schedulers/taskHubs@2025-11-01' = {
  parent: scheduler
  name: taskHub
}

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(hub.id, functions.id, roles.durableTaskDataContributor)
  scope: hub
  properties: {
    principalId: functions.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.durableTaskDataContributor
    )
  }
}

@description('Address of the scheduler.')
output endpoint string = scheduler.properties.endpoint
