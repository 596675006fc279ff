metadata description = 'The one storage account: artefacts, jobs, control data, deployment packages and queues. Shared keys are off.'

import { containers, queues, resourceNames, taskHub } from 'names.bicep'
import { Tags, Token } from 'types.bicep'

@description('Region of the account.')
param location string

@description('Tags of every resource.')
param tags Tags

@description('Text that makes names unique.')
param token Token

@description('Redundancy of the account.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param sku string

@description('Days after which the files of a job are deleted. Must be longer than the longest episode.')
@minValue(7)
param jobRetentionDays int

@description('Days for which a deleted blob can be brought back.')
@minValue(1)
@maxValue(365)
param softDeleteDays int = 7

@description('Resource id of the workspace that the log of queue writes goes to.')
param workspaceId string

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: resourceNames(token).storage
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: account
  name: 'default'
  properties: {
    deleteRetentionPolicy: { enabled: true, days: softDeleteDays }
    containerDeleteRetentionPolicy: { enabled: true, days: softDeleteDays }
  }
}

resource blobContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = [
  for container in items(containers): {
    parent: blobs
    name: container.value
    properties: { publicAccess: 'None' }
  }
]

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2023-05-01' = {
  parent: account
  name: 'default'
}

resource storageQueues 'Microsoft.Storage/storageAccounts/queueServices/queues@2023-05-01' = [
  for queue in items(queues): {
    parent: queueService
    name: queue.value
  }
]

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2023-05-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'delete-old-jobs'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['${containers.jobs}/'] }
            actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: jobRetentionDays } } }
          }
        }
        {
          // Where either back end of the orchestrations puts what is too large for a message.
          name: 'delete-old-large-messages'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['${taskHub}-largemessages/', 'durabletask-payloads/'] }
            actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: jobRetentionDays } } }
          }
        }
      ]
    }
  }
  dependsOn: [blobContainers]
}

// Metrics do not tell one queue from another. Writes only: the log of reads would be a line for every poll.
resource queueLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'queue-writes'
  scope: queueService
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'StorageWrite', enabled: true }]
  }
}

@description('Address of the blob service, with a slash at its end.')
output blobEndpoint string = account.properties.primaryEndpoints.blob
