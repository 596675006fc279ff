metadata description = 'Registry of the worker image. The worker identity may pull; there is no admin user.'

import { resourceNames } from 'names.bicep'
import { roles } from 'roles.bicep'
import { Tags, Token } from 'types.bicep'

@description('Region of the registry.')
param location string

@description('Tags of every resource.')
param tags Tags

@description('Text that makes names unique.')
param token Token

@description('Tier of the registry. Premium can stream images, which shortens the cold start of a GPU worker.')
@allowed(['Basic', 'Standard', 'Premium'])
param sku string

resource worker 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: resourceNames(token).workerIdentity
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: 'cr${token}'
  location: location
  tags: tags
  sku: { name: sku }
  properties: {
    adminUserEnabled: false
  }
}

resource pull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, worker.id, roles.acrPull)
  scope: registry
  properties: {
    principalId: worker.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.acrPull)
  }
}

@description('Address of the registry, without a scheme.')
output loginServer string = registry.properties.loginServer
