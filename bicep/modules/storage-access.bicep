metadata description = 'Who may do what in the storage account: the function app all of it, a worker only what a job needs.'

import { containers, queues, resourceNames } from 'names.bicep'
import { roles } from 'roles.bicep'
import { Token } from 'types.bicep'

@description('Text that makes names unique.')
param token Token

resource functions 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: resourceNames(token).functionsIdentity
}

resource worker 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: resourceNames(token).workerIdentity
}

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: resourceNames(token).storage

  resource blobs 'blobServices' existing = {
    name: 'default'
    resource artifacts 'containers' existing = { name: containers.artifacts }
    resource jobs 'containers' existing = { name: containers.jobs }
  }

  resource queueService 'queueServices' existing = {
    name: 'default'
    resource jobs 'queues' existing = { name: queues.jobs }
    resource poison 'queues' existing = { name: queues.poison }
    resource results 'queues' existing = { name: queues.results }
  }
}

// The Functions host keeps locks and keys in containers of its own, and the Azure Storage back end makes queues and tables.
var functionsRoles = [
  roles.storageBlobDataOwner
  roles.storageQueueDataContributor
  roles.storageTableDataContributor
]

resource functionsAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in functionsRoles: {
    name: guid(account.id, functions.id, role)
    scope: account
    properties: {
      principalId: functions.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

resource workerArtifacts 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account::blobs::artifacts.id, worker.id, roles.storageBlobDataContributor)
  scope: account::blobs::artifacts
  properties: {
    principalId: worker.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.storageBlobDataContributor
    )
  }
}

resource workerJobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account::blobs::jobs.id, worker.id, roles.storageBlobDataContributor)
  scope: account::blobs::jobs
  properties: {
    principalId: worker.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.storageBlobDataContributor
    )
  }
}

// Contributor, not Message Processor: renewing a message's visibility is a write, and the scale rule reads the queue's length.
resource workerJobQueue 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account::queueService::jobs.id, worker.id, roles.storageQueueDataContributor)
  scope: account::queueService::jobs
  properties: {
    principalId: worker.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.storageQueueDataContributor
    )
  }
}

resource workerPoisonQueue 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account::queueService::poison.id, worker.id, roles.storageQueueDataMessageSender)
  scope: account::queueService::poison
  properties: {
    principalId: worker.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.storageQueueDataMessageSender
    )
  }
}

resource workerResultQueue 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account::queueService::results.id, worker.id, roles.storageQueueDataMessageSender)
  scope: account::queueService::results
  properties: {
    principalId: worker.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.storageQueueDataMessageSender
    )
  }
}
