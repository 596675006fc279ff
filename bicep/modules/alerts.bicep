metadata description = 'Tells people of failed executions, jobs that nobody takes, poisoned jobs and failing functions.'

import { queues, resourceNames } from 'names.bicep'
import { Platform, Tags, Token } from 'types.bicep'

@description('Region of the query rules.')
param location string

@description('Tags of every resource.')
param tags Tags

@description('Text that makes names unique.')
param token Token

@description('Addresses that are written to.')
param emails string[]

@description('Minutes that a job may wait without any worker at work.')
@minValue(15)
param queueWaitMinutes int = 30

@description('Failed function calls within 15 minutes that are still normal.')
@minValue(0)
param toleratedFailures int = 5

@description('Who starts a worker.')
param platform Platform

var names = resourceNames(token)

resource job 'Microsoft.App/jobs@2025-07-01' existing = {
  name: names.job[platform]
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: names.insights
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: names.workspace
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${token}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'dataenvgym'
    emailReceivers: [for (email, i) in emails: { name: 'person-${i}', emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource failedExecutions 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'failed-executions-${token}'
  location: 'global'
  tags: tags
  properties: {
    description: 'An execution of the worker job failed.'
    severity: 2
    enabled: true
    scopes: [job.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'failed'
          metricNamespace: 'Microsoft.App/jobs'
          metricName: 'Executions'
          dimensions: [{ name: 'state', operator: 'Include', values: ['Failed'] }]
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: [{ actionGroupId: people.id }]
  }
}

resource failingFunctions 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'failing-functions-${token}'
  location: 'global'
  tags: tags
  properties: {
    description: 'Function calls fail.'
    severity: 2
    enabled: true
    scopes: [insights.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'failed'
          metricNamespace: 'microsoft.insights/components'
          metricName: 'requests/failed'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: toleratedFailures
        }
      ]
    }
    actions: [{ actionGroupId: people.id }]
  }
}

// Two queries on the log of queue writes, because the metrics of a storage account are sums over its queues.
var writes = '''
StorageQueueLogs
| where AccountName == '{0}' and StatusText == 'Success' and OperationName in ('PutMessage', 'UpdateMessage')
| extend Queue = tostring(split(tostring(parse_url(Uri).Path), '/')[1])
'''

var poisoned = '''
| where Queue == '{0}' and OperationName == 'PutMessage'
'''

// A worker that holds a job renews its message, so a write on the job queue after the last post is a sign of life.
var waiting = '''
| summarize Posted = maxif(TimeGenerated, Queue == '{0}' and OperationName == 'PutMessage'),
            Worked = maxif(TimeGenerated, (Queue == '{0}' and OperationName == 'UpdateMessage') or Queue in ('{1}', '{2}'))
| where isnotnull(Posted) and Posted < ago({3}m) and (isnull(Worked) or Worked < Posted)
'''

var queueRules = [
  {
    name: 'poisoned-jobs'
    description: 'A student job failed too often and was put into the poison queue.'
    query: '${format(writes, names.storage)}${format(poisoned, queues.poison)}'
    window: 'PT15M'
  }
  {
    name: 'waiting-jobs'
    description: 'Student jobs wait and no worker is at work.'
    query: '${format(writes, names.storage)}${format(waiting, queues.jobs, queues.results, queues.poison, queueWaitMinutes)}'
    window: 'P1D'
  }
]

resource queueAlerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in queueRules: {
    name: '${rule.name}-${token}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: rule.name
      description: rule.description
      severity: 2
      enabled: true
      scopes: [workspace.id]
      evaluationFrequency: 'PT15M'
      windowSize: rule.window
      // The table exists from the first line of the log on.
      skipQueryValidation: true
      autoMitigate: true
      criteria: {
        allOf: [{ query: rule.query, timeAggregation: 'Count', operator: 'GreaterThan', threshold: 0 }]
      }
      actions: { actionGroups: [people.id] }
    }
  }
]

@description('Resource id of the group of people.')
output actionGroupId string = people.id
