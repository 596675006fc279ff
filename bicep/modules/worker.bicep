metadata description = 'The job that runs student workers: one execution per queue message, or one per start by the function app.'

import { queues, resourceNames } from 'names.bicep'
import { Gpu, Platform, Tags, Token } from 'types.bicep'

@description('Region of the job.')
param location string

@description('Tags of every resource.')
param tags Tags

@description('Text that makes names unique.')
param token Token

@description('Who starts a worker.')
param platform Platform

@description('GPU of a worker.')
param gpu Gpu

@description('Most workers that the length of the queue starts. With a GPU no more than the quota of it.')
@minValue(1)
param maxWorkers int

@description('Seconds after which an execution is stopped, whatever it does. The platform has been seen to miss the end of one: this bounds the bill.')
@minValue(300)
@maxValue(86400)
param timeoutSeconds int

@description('Image of the worker.')
param image string

@description('Address of the container registry.')
param registry string

@description('Resource id of the Container Apps environment.')
param environmentId string

var names = resourceNames(token)

// A GPU profile gives a replica the whole machine; without a GPU a replica is bounded by the Consumption profile.
var sizes = {
  none: { cpu: 4, memory: '8Gi' }
  T4: { cpu: 8, memory: '56Gi' }
  A100: { cpu: 24, memory: '220Gi' }
}

var triggers = {
  queue: {
    triggerType: 'Event'
    eventTriggerConfig: {
      parallelism: 1
      replicaCompletionCount: 1
      scale: {
        minExecutions: 0
        maxExecutions: maxWorkers
        pollingInterval: 30
        rules: [
          {
            name: 'student-jobs'
            type: 'azure-queue'
            identity: worker.id
            metadata: { accountName: names.storage, queueName: queues.jobs, queueLength: '1' }
          }
        ]
      }
    }
  }
  'container-apps': {
    triggerType: 'Manual'
    manualTriggerConfig: { parallelism: 1, replicaCompletionCount: 1 }
  }
}

resource worker 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: names.workerIdentity
}

resource job 'Microsoft.App/jobs@2025-07-01' = {
  name: names.job[platform]
  location: location
  tags: union(tags, { 'azd-service-name': 'worker' })
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${worker.id}': {} } }
  properties: {
    environmentId: environmentId
    workloadProfileName: gpu == 'none' ? 'Consumption' : 'gpu'
    configuration: union(triggers[platform], {
      replicaTimeout: timeoutSeconds
      // Attempts are numbered and counted by the orchestration.
      replicaRetryLimit: 0
      registries: [{ server: registry, identity: worker.id }]
    })
    template: {
      containers: [
        {
          name: 'worker'
          image: image
          resources: sizes[gpu]
          env: [
            { name: 'Storage__AccountName', value: names.storage }
            { name: 'Storage__ClientId', value: worker.properties.clientId }
            { name: 'Worker__Device', value: gpu == 'none' ? 'cpu' : 'cuda' }
            { name: 'Worker__HealthPort', value: '8080' }
            // An execution is paid for until it ends: one that the queue started ends when there is nothing left to do.
            { name: 'Worker__IdleSeconds', value: '120' }
          ]
        }
      ]
    }
  }
}
