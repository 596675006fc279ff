metadata description = 'The two identities of the system. Neither has a password or a key.'

import { resourceNames } from 'names.bicep'
import { Tags, Token } from 'types.bicep'

@description('Region of the identities.')
param location string

@description('Tags of every resource.')
param tags Tags

@description('Text that makes names unique.')
param token Token

resource functions 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: resourceNames(token).functionsIdentity
  location: location
  tags: tags
}

resource worker 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: resourceNames(token).workerIdentity
  location: location
  tags: tags
}
