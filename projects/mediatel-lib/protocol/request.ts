/** Commands named in documented snapshots (`availableCommand`). Unknown names are kept unchanged. */
export const agentCommands = [
  'CMD_LOGIN',
  'CMD_LOGOUT',
  'CMD_EXIT',
  'CMD_MAKECALL',
  'CMD_PAUSE',
  'CMD_PREDICTIVE',
  'CMD_HOLDCALL',
  'CMD_MUTE',
  'CMD_DIALPAD',
  'CMD_ADD_CALL_INFO',
  'CMD_REQ_PAUSE_LIST',
  'CMD_REQ_CRT_DETAILS',
] as const;

/** A command that the documents name. */
export type KnownAgentCommand = (typeof agentCommands)[number];
/** A command's name in `availableCommand`. Any other string is an unknown command, kept unchanged. */
export type AgentCommandName = KnownAgentCommand | (string & {});

/** A request that a client may send in the Socket.IO event `data` (documented). */
export type AgentRequest =
  | { readonly type: 'login'; readonly user: string; readonly password: string; readonly extension: string }
  | { readonly type: 'logout' }
  | { readonly type: 'makeCall'; readonly phoneNumber: string; readonly queueName?: string }
  | { readonly type: 'closeCall' }
  | { readonly type: 'pause'; readonly id: number | string }
  | { readonly type: 'predictive' }
  | { readonly type: 'holdCall' }
  | { readonly type: 'retrieveCall' }
  | { readonly type: 'muteCall' }
  | { readonly type: 'resolutionSet'; readonly id: number }
  | { readonly type: 'exit' };

/** The name of a request. */
export type AgentRequestType = AgentRequest['type'];

/** The names of all requests. */
export const agentRequestTypes = [
  'login',
  'logout',
  'makeCall',
  'closeCall',
  'pause',
  'predictive',
  'holdCall',
  'retrieveCall',
  'muteCall',
  'resolutionSet',
  'exit',
] as const satisfies readonly AgentRequestType[];
