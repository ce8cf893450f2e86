-- superuser, of the plan too
create subscription s connection 'host=a password=opensesame' publication one, two with (connect = false, streaming = false);
comment on subscription s is 'Before';
