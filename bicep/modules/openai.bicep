metadata description = 'Azure OpenAI account with one model for the teacher. Keys are off: the function app signs in with its identity.'

import { resourceNames } from 'names.bicep'
import { roles } from 'roles.bicep'
import { Model, Tags, Token } from 'types.bicep'

@description('Region of the account, one that offers the model.')
param location string

@description('Tags of every resource.')
param tags Tags

@description('Text that makes names unique.')
param token Token

@description('The model to deploy.')
param model Model

resource functions 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: resourceNames(token).functionsIdentity
}

resource account 'Microsoft.CognitiveServices/accounts@2024-10-01' = {
  name: 'oai-${token}'
  location: location
  tags: tags
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: {
    customSubDomainName: 'oai-${token}'
    disableLocalAuth: true
    publicNetworkAccess: 'Enabled'
  }
}

resource deployment 'Microsoft.CognitiveServices/accounts/deployments@2024-10-01' = {
  parent: account
  name: model.name
  sku: { name: model.sku, capacity: model.capacity }
  properties: {
    model: { format: 'OpenAI', name: model.name, version: model.version }
    // Another version would silently change what a teacher writes.
    versionUpgradeOption: 'NoAutoUpgrade'
  }
}

resource user 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, functions.id, roles.cognitiveServicesOpenAIUser)
  scope: account
  properties: {
    principalId: functions.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.cognitiveServicesOpenAIUser
    )
  }
}

@description('Address of the account.')
output endpoint string = account.properties.endpoint
