metadata description = 'The function app on the Flex Consumption plan: .NET 10, isolated, everything by identity.'

import { containers, resourceNames, taskHub } from 'names.bicep'
import { Backend, Platform, Tags, Token } from 'types.bicep'

@description('Region of the app, one that offers Flex Consumption.')
param location string

@description('Tags of every resource.')
param tags Tags

@description('Text that makes names unique.')
param token Token

@description('Memory of an instance, in megabytes.')
@allowed([512, 2048, 4096])
param memoryMB int

@description('Most instances.')
@minValue(40)
@maxValue(1000)
param maxInstances int

@description('Address of the blob service, with a slash at its end.')
param blobEndpoint string

@description('Back end of the orchestrations.')
param backend Backend

@description('Address of the Durable Task Scheduler; empty without one.')
param schedulerEndpoint string

@description('Who starts a worker.')
param platform Platform

@description('Address of the Azure OpenAI account; empty without one.')
param teacherEndpoint string

@description('Client id of the app registration that callers sign in to; empty for function keys alone.')
param authClientId string

var names = resourceNames(token)
var usesScheduler = backend == 'DurableTaskScheduler'
var usesAuth = !empty(authClientId)

resource functions 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: names.functionsIdentity
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-${token}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: names.insights
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: 'func-${token}'
  location: location
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${functions.id}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    siteConfig: { minTlsVersion: '1.2' }
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: memoryMB
        maximumInstanceCount: maxInstances
        // Without one, an orchestration waits for a cold start at each of its steps.
        alwaysReady: [{ name: 'durable', instanceCount: 1 }]
      }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${blobEndpoint}${containers.deployments}'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: functions.id }
        }
      }
    }
  }
}

resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: {
    AzureWebJobsStorage__accountName: names.storage
    AzureWebJobsStorage__credential: 'managedidentity'
    AzureWebJobsStorage__clientId: functions.properties.clientId
    Storage__AccountName: names.storage
    Storage__ClientId: functions.properties.clientId
    APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${functions.properties.clientId};Authorization=AAD'
    TASKHUB_NAME: taskHub
    DTS_CONNECTION_STRING: usesScheduler
      ? 'Endpoint=${schedulerEndpoint};Authentication=ManagedIdentity;ClientID=${functions.properties.clientId}'
      : ''
    Jobs__Platform: platform
    Jobs__ContainerApps__SubscriptionId: subscription().subscriptionId
    Jobs__ContainerApps__ResourceGroup: resourceGroup().name
    Jobs__ContainerApps__JobName: names.job[platform]
    Auth__RequireRoles: usesAuth ? 'true' : 'false'
    // Whoever writes specs may name no other teacher on the network.
    Limits__TeacherEndpoints: teacherEndpoint
    // Benchmarks that are files are deployed with the app.
    Data__Folder: '/home/site/wwwroot/data'
  }
}

resource noFtpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'ftp'
  properties: { allow: false }
}

resource noScmPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'scm'
  properties: { allow: false }
}

// Accepts tokens of the tenant for the app registration. The roles in them are checked by the app.
resource authentication 'Microsoft.Web/sites/config@2024-04-01' = if (usesAuth) {
  parent: app
  name: 'authsettingsV2'
  properties: {
    platform: { enabled: true }
    globalValidation: {
      requireAuthentication: true
      unauthenticatedClientAction: 'Return401'
      excludedPaths: ['/api/healthz']
    }
    httpSettings: { requireHttps: true }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: authClientId
          openIdIssuer: '${az.environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
        }
        validation: { allowedAudiences: [authClientId, 'api://${authClientId}'] }
      }
    }
    login: { tokenStore: { enabled: false } }
  }
}

@description('Name of the app.')
output name string = app.name

@description('Address of the app.')
output endpoint string = 'https://${app.properties.defaultHostName}'
