metadata description = 'Dynamic sessions: where generated code is run, each time in a fresh sandbox without a network.'

import { resourceNames } from 'names.bicep'
import { roles } from 'roles.bicep'
import { Tags, Token } from 'types.bicep'

@description('Region of the pool, one that offers dynamic sessions.')
param location string

@description('Tags of every resource.')
param tags Tags

@description('Text that makes names unique.')
param token Token

@description('Most sessions at a time.')
@minValue(1)
param maxSessions int

resource functions 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: resourceNames(token).functionsIdentity
}

resource pool 'Microsoft.App/sessionPools@2025-07-01' = {
  name: 'sp${token}'
  location: location
  tags: tags
  properties: {
    poolManagementType: 'Dynamic'
    containerType: 'PythonLTS'
    scaleConfiguration: { maxConcurrentSessions: maxSessions }
    dynamicPoolConfiguration: {
      lifecycleConfiguration: { lifecycleType: 'Timed', cooldownPeriodInSeconds: 300 }
    }
    sessionNetworkConfiguration: { status: 'EgressDisabled' }
  }
}

resource executor 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(pool.id, functions.id, roles.azureContainerAppsSessionExecutor)
  scope: pool
  properties: {
    principalId: functions.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.azureContainerAppsSessionExecutor
    )
  }
}

@description('Address at which sessions are asked for.')
output endpoint string = pool.properties.poolManagementEndpoint
