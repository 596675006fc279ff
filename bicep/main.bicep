metadata description = 'DataEnvGym on Azure: a function app that orchestrates, workers that train, storage between them.'

targetScope = 'subscription'

import { resourceNames } from 'modules/names.bicep'
import { Backend, Gpu, Model, Platform, Tags } from 'modules/types.bicep'

@description('Name of the environment: names the resource group and is part of what makes names unique.')
@minLength(1)
@maxLength(64)
param environmentName string

@description('Region of everything that has no region of its own below. It must offer Flex Consumption and Container Apps.')
param location string

@description('Region of the Durable Task Scheduler, where the region above does not offer it.')
param schedulerLocation string = location

@description('Region of the GPU workers, where the region above does not offer the GPU.')
param workerLocation string = location

@description('Region of the Azure OpenAI account, where the region above does not offer the model.')
param openAiLocation string = location

@description('Back end of the orchestrations. Drain the app before it is changed: the state of one cannot be moved to the other.')
param backend Backend = 'DurableTaskScheduler'

@description('How the Durable Task Scheduler is paid for: by use, or by reserved capacity.')
param schedulerSku 'Consumption' | 'Dedicated' = 'Consumption'

@description('Capacity units of a Dedicated scheduler.')
@minValue(1)
@maxValue(3)
param schedulerCapacity int = 1

@description('Who starts a worker: the length of the queue, or the function app.')
param jobsPlatform Platform = 'queue'

@description('GPU of a worker. Needs a quota, and is best chosen before the first deployment: a profile may not be addable later.')
param gpu Gpu = 'none'

@description('Most workers that the length of the queue starts. With a GPU no more than the quota of it.')
@minValue(1)
param maxWorkers int = 2

@description('Seconds after which an execution of a worker is stopped, whatever it does.')
@minValue(300)
@maxValue(86400)
param jobTimeoutSeconds int = 21600

@description('Image of the worker; empty until one has been pushed, when a sample of the platform stands in for it.')
param workerImage string = ''

@description('Tier of the container registry.')
param registrySku 'Basic' | 'Standard' | 'Premium' = 'Basic'

@description('Redundancy of the storage account.')
param storageSku 'Standard_LRS' | 'Standard_ZRS' | 'Standard_GRS' | 'Standard_GZRS' = 'Standard_LRS'

@description('Days after which the files of a job are deleted. Must be longer than the longest episode.')
@minValue(7)
param jobRetentionDays int = 30

@description('Memory of an instance of the function app, in megabytes.')
param functionMemoryMB 512 | 2048 | 4096 = 2048

@description('Most instances of the function app.')
@minValue(40)
@maxValue(1000)
param functionMaxInstances int = 40

@description('Client id of the app registration that callers sign in to; empty for function keys alone.')
param authClientId string = ''

@description('Most dynamic sessions at a time; null for no session pool.')
@minValue(1)
param maxSessions int?

@description('Model of Azure OpenAI for the teacher; null for none.')
param teacherModel Model?

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('Most gigabytes of logs taken in per day; -1 for no limit.')
param logDailyQuotaGb int = 1

@description('Addresses that alerts and budget notices are sent to.')
param alertEmails string[] = []

@description('Money per month, in the currency of the subscription; null for no budget.')
@minValue(1)
param monthlyBudget int?

@description('First day of the budget, the first of a month.')
param budgetStartDate string = utcNow('yyyy-MM-01')

@description('Tags of every resource, in addition to the one that names the environment.')
param tags Tags = {}

var token = uniqueString(subscription().id, environmentName, location)
var names = resourceNames(token)
var allTags = union(tags, { 'azd-env-name': environmentName })

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: allTags
}

module identities 'modules/identities.bicep' = {
  scope: group
  params: { location: location, tags: allTags, token: token }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    location: location
    tags: allTags
    token: token
    retentionDays: logRetentionDays
    dailyQuotaGb: logDailyQuotaGb
  }
  dependsOn: [identities]
}

module storage 'modules/storage.bicep' = {
  scope: group
  params: {
    location: location
    tags: allTags
    token: token
    sku: storageSku
    jobRetentionDays: jobRetentionDays
    workspaceId: monitoring.outputs.workspaceId
  }
}

module storageAccess 'modules/storage-access.bicep' = {
  scope: group
  params: { token: token }
  dependsOn: [identities, storage]
}

module registry 'modules/registry.bicep' = {
  scope: group
  params: { location: location, tags: allTags, token: token, sku: registrySku }
  dependsOn: [identities]
}

module scheduler 'modules/scheduler.bicep' = if (backend == 'DurableTaskScheduler') {
  scope: group
  params: {
    location: schedulerLocation
    tags: allTags
    token: token
    sku: schedulerSku
    capacity: schedulerCapacity
  }
  dependsOn: [identities]
}

module environment 'modules/environment.bicep' = {
  scope: group
  params: {
    location: workerLocation
    tags: allTags
    token: token
    gpu: gpu
    workspaceId: monitoring.outputs.workspaceId
  }
}

module worker 'modules/worker.bicep' = {
  scope: group
  params: {
    location: workerLocation
    tags: allTags
    token: token
    platform: jobsPlatform
    gpu: gpu
    maxWorkers: maxWorkers
    timeoutSeconds: jobTimeoutSeconds
    image: empty(workerImage) ? 'mcr.microsoft.com/k8se/quickstart-jobs:latest' : workerImage
    registry: registry.outputs.loginServer
    environmentId: environment.outputs.id
  }
  // The scale rule reads the queue with the worker's identity as soon as the job exists.
  dependsOn: [storageAccess]
}

module jobOperator 'modules/job-operator.bicep' = if (jobsPlatform == 'container-apps') {
  scope: group
  params: { token: token }
  dependsOn: [identities, worker]
}

module sessions 'modules/sessions.bicep' = if (maxSessions != null) {
  scope: group
  params: {
    location: location
    tags: allTags
    token: token
    maxSessions: maxSessions!
  }
  dependsOn: [identities]
}

module openAi 'modules/openai.bicep' = if (teacherModel != null) {
  scope: group
  params: {
    location: openAiLocation
    tags: allTags
    token: token
    model: teacherModel!
  }
  dependsOn: [identities]
}

module functions 'modules/functions.bicep' = {
  scope: group
  params: {
    location: location
    tags: allTags
    token: token
    memoryMB: functionMemoryMB
    maxInstances: functionMaxInstances
    blobEndpoint: storage.outputs.blobEndpoint
    backend: backend
    schedulerEndpoint: scheduler.?outputs.endpoint ?? ''
    platform: jobsPlatform
    authClientId: authClientId
    teacherEndpoint: openAi.?outputs.endpoint ?? ''
  }
  dependsOn: [storageAccess]
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    location: location
    tags: allTags
    token: token
    emails: alertEmails
    platform: jobsPlatform
  }
  dependsOn: [monitoring, storage, worker]
}

module budget 'modules/budget.bicep' = if (monthlyBudget != null) {
  scope: group
  params: {
    token: token
    amount: monthlyBudget!
    startDate: budgetStartDate
    actionGroupId: alerts.outputs.actionGroupId
    emails: alertEmails
  }
}

// azd hands its variables to the build of the app, where this one chooses the host.json. The platform reads that file when it scales the
// app, so the back end cannot be left to settings alone.
@description('Back end of the orchestrations, as the build of the function app names it.')
output DurableBackend string = backend == 'DurableTaskScheduler' ? 'scheduler' : 'storage'

@description('Resource group of everything.')
output AZURE_RESOURCE_GROUP string = group.name

@description('Address of the container registry, which azd pushes the worker image to.')
output AZURE_CONTAINER_REGISTRY_ENDPOINT string = registry.outputs.loginServer

@description('Address of the function app.')
output FUNCTIONS_ENDPOINT string = functions.outputs.endpoint

@description('Name of the storage account.')
output STORAGE_ACCOUNT_NAME string = names.storage

@description('Name of the worker job.')
output WORKER_JOB_NAME string = names.job[jobsPlatform]

@description('Address at which sessions are asked for; empty without a pool.')
output SESSION_POOL_ENDPOINT string = sessions.?outputs.endpoint ?? ''

@description('Address of the Azure OpenAI account; empty without one.')
output AZURE_OPENAI_ENDPOINT string = openAi.?outputs.endpoint ?? ''
