metadata description = 'Names: those that the programs know, and those of the Azure resources.'

import { Token } from 'types.bicep'

@export()
@description('Blob containers.')
var containers = {
  artifacts: 'artifacts'
  jobs: 'jobs'
  control: 'control'
  deployments: 'deployments'
}

@export()
@description('Storage queues.')
var queues = {
  jobs: 'student-jobs'
  poison: 'student-jobs-poison'
  results: 'student-results'
}

@export()
@description('Task hub of the orchestrations.')
var taskHub = 'dataenvgym'

@description('Names of the resources that more than one module speaks of.')
type ResourceNames = {
  @description('Identity of the function app.')
  functionsIdentity: string
  @description('Identity of the student workers.')
  workerIdentity: string
  @description('Storage account.')
  @minLength(3)
  storage: string
  @description('Log Analytics workspace.')
  workspace: string
  @description('Application Insights.')
  insights: string
  @description('Worker job. Two names, because the trigger of a job cannot be changed.')
  job: {
    @description('The job that the length of the queue starts.')
    queue: string
    @description('The job that the function app starts.')
    'container-apps': string
  }
}

// Known before anything is deployed, so that what-if can tell what a deployment would change.
@export()
@description('Names of the resources of one environment.')
func resourceNames(token Token) ResourceNames => {
  functionsIdentity: 'id-functions-${token}'
  workerIdentity: 'id-worker-${token}'
  storage: 'st${token}'
  workspace: 'log-${token}'
  insights: 'appi-${token}'
  job: { queue: 'caj-queue-${token}', 'container-apps': 'caj-manual-${token}' }
}
