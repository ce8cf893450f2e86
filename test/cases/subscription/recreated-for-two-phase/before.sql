-- superuser, of the plan too
create subscription s connection 'dbname=''(fill in)''' publication one with (connect = false, streaming = false);
comment on subscription s is 'Same';
