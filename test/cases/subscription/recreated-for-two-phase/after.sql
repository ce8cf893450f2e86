-- superuser, of the plan too
create subscription s connection 'host=b' publication one with (connect = false, two_phase = true, streaming = false);
comment on subscription s is 'Same';
