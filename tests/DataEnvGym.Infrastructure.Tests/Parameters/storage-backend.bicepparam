using '../../../bicep/main.bicep'

// The other back end, with workers that the function app starts.
param environmentName = 'storage-backend'
param location = 'northeurope'
param backend = 'AzureStorage'
param jobsPlatform = 'container-apps'
