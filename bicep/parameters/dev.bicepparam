using '../main.bicep'

// Small and cheap: workers without a GPU that the length of the queue starts, everything paid for by use.
// azd sets the variables. SERVICE_WORKER_IMAGE_NAME is known once the image has been pushed.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'dataenvgym-dev')
param location = readEnvironmentVariable('AZURE_LOCATION', 'swedencentral')
param workerImage = readEnvironmentVariable('SERVICE_WORKER_IMAGE_NAME', '')
param authClientId = readEnvironmentVariable('DATAENVGYM_AUTH_CLIENT_ID', '')

param backend = 'DurableTaskScheduler'
param jobsPlatform = 'queue'
param gpu = 'none'
param maxWorkers = 2
param jobTimeoutSeconds = 7200
param jobRetentionDays = 14
param monthlyBudget = 50
