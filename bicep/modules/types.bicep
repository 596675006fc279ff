metadata description = 'Types that several modules share.'

@export()
@description('Text that makes names unique: what uniqueString gives.')
@minLength(13)
@maxLength(13)
type Token = string

@export()
@description('Tags of a resource.')
type Tags = {
  @description('Value of a tag.')
  *: string
}

@export()
@description('Back end of the orchestrations.')
type Backend = 'DurableTaskScheduler' | 'AzureStorage'

@export()
@description('GPU of a worker.')
type Gpu = 'none' | 'T4' | 'A100'

@export()
@description('Who starts a worker: the length of the queue, or the function app.')
type Platform = 'queue' | 'container-apps'

@export()
@description('A model of Azure OpenAI and how much of it.')
type Model = {
  @description('Name of the model.')
  name: string
  @description('Version of the model. Results are comparable only under one version.')
  version: string
  @description('Kind of deployment, as Azure OpenAI names it.')
  sku: 'GlobalStandard' | 'DataZoneStandard' | 'Standard'
  @description('Thousands of tokens per minute.')
  @minValue(1)
  capacity: int
}
