create type public.workflow_status as enum (
  'planning',
  'executing',
  'completed',
  'failed',
  'cancelled'
);

comment on type public.workflow_status is
  'How far a workflow is: being planned, being carried out, or ended in one of three ways.';
