metadata description = 'Container Apps environment of the workers, with a GPU workload profile where one is asked for.'

import { Gpu, Tags, Token } from 'types.bicep'

@description('Region of the environment, one that offers the GPU.')
param location string

@description('Tags of every resource.')
param tags Tags

@description('Text that makes names unique.')
param token Token

@description('GPU of a worker.')
param gpu Gpu

@description('Resource id of the workspace that the logs of the workers go to.')
param workspaceId string

var gpuProfiles = {
  none: []
  T4: [{ name: 'gpu', workloadProfileType: 'Consumption-GPU-NC8as-T4' }]
  A100: [{ name: 'gpu', workloadProfileType: 'Consumption-GPU-NC24-A100' }]
}

resource environment 'Microsoft.App/managedEnvironments@2025-07-01' = {
  name: 'cae-${token}'
  location: location
  tags: tags
  properties: {
    // By a diagnostic setting, since the other way needs the workspace's shared key.
    appLogsConfiguration: { destination: 'azure-monitor' }
    workloadProfiles: concat([{ name: 'Consumption', workloadProfileType: 'Consumption' }], gpuProfiles[gpu])
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'worker-logs'
  scope: environment
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'ContainerAppConsoleLogs', enabled: true }
      { category: 'ContainerAppSystemLogs', enabled: true }
    ]
  }
}

@description('Resource id of the environment.')
output id string = environment.id
