-- superuser, of the plan too
create subscription s connection 'host=a password=opensesame' publication two, "Three" with (connect = false, slot_name = none, binary = true, streaming = true, synchronous_commit = 'remote_apply', disable_on_error = true);
comment on subscription s is 'After';
