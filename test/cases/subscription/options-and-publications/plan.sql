-- up
alter subscription s
  set publication "Three", two with (refresh = false);
alter subscription s
  set (binary = true, streaming = on, disable_on_error = true, synchronous_commit = remote_apply);
comment on subscription s is 'After';

-- down
alter subscription s
  set publication one, two with (refresh = false);
alter subscription s
  set (binary = false, streaming = off, disable_on_error = false, synchronous_commit = off);
comment on subscription s is 'Before';
