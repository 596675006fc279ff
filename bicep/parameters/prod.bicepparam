using '../main.bicep'

// Workers with a GPU that the function app starts, a copy of the data in three zones, callers who sign in, a sandbox for generated code.
// azd sets the variables. SERVICE_WORKER_IMAGE_NAME is known once the image has been pushed.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'dataenvgym-prod')
param location = readEnvironmentVariable('AZURE_LOCATION', 'swedencentral')
param workerImage = readEnvironmentVariable('SERVICE_WORKER_IMAGE_NAME', '')
param authClientId = readEnvironmentVariable('DATAENVGYM_AUTH_CLIENT_ID', '')

param backend = 'DurableTaskScheduler'
param jobsPlatform = 'container-apps'
param gpu = 'A100'
param jobTimeoutSeconds = 43200
param jobRetentionDays = 60
param registrySku = 'Premium'
param storageSku = 'Standard_ZRS'
param functionMaxInstances = 100
param maxSessions = 20
param logRetentionDays = 90
param logDailyQuotaGb = 10
param monthlyBudget = 2000
// A model for the teacher: which versions there are differs by region and changes. `az cognitiveservices model list` knows them.
// param teacherModel = { name: 'gpt-4.1-mini', version: '2025-04-14', sku: 'GlobalStandard', capacity: 100 }
