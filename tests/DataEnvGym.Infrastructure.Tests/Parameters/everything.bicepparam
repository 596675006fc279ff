using '../../../bicep/main.bicep'

// What neither dev nor prod turns on.
param environmentName = 'everything'
param location = 'northeurope'
param schedulerSku = 'Dedicated'
param jobsPlatform = 'queue'
param gpu = 'T4'
param maxSessions = 5
param teacherModel = { name: 'gpt-4.1-mini', version: '2025-04-14', sku: 'GlobalStandard', capacity: 10 }
param authClientId = '11111111-2222-3333-4444-555555555555'
param alertEmails = ['someone@example.org']
param tags = { team: 'research' }
