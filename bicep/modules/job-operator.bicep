metadata description = 'Lets the function app start, watch and stop executions of the worker job, and nothing else of it.'

import { resourceNames } from 'names.bicep'
import { Token } from 'types.bicep'

@description('Text that makes names unique.')
param token Token

resource functions 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: resourceNames(token).functionsIdentity
}

resource job 'Microsoft.App/jobs@2025-07-01' existing = {
  name: resourceNames(token).job['container-apps']
}

// The operations on one execution have names of their own: execution/read and stop/execution/action.
resource operator 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'student-job-operator')
  properties: {
    roleName: 'DataEnvGym student job operator ${token}'
    description: 'Start, read and stop executions of a Container Apps job.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: [
          'Microsoft.App/jobs/read'
          'Microsoft.App/jobs/start/action'
          'Microsoft.App/jobs/stop/action'
          'Microsoft.App/jobs/stop/execution/action'
          'Microsoft.App/jobs/execution/read'
          'Microsoft.App/jobs/executions/read'
        ]
      }
    ]
  }
}

resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(job.id, functions.id, operator.id)
  scope: job
  properties: {
    principalId: functions.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: operator.id
  }
}
