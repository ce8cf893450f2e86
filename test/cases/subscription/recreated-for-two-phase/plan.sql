-- up
comment on subscription s is null;
alter subscription s disable;
alter subscription s set (slot_name = none);
-- ! data_loss
drop subscription s;
create subscription s
  connection 'host=''(fill in)'' password=''(fill in)'''
  publication one
  with (connect = false, enabled = false, slot_name = none, streaming = off, two_phase = true);
comment on subscription s is 'Same';

-- down
comment on subscription s is null;
alter subscription s disable;
alter subscription s set (slot_name = none);
-- ! data_loss
drop subscription s;
create subscription s
  connection 'host=''(fill in)'' password=''(fill in)'''
  publication one
  with (connect = false, enabled = false, slot_name = none, streaming = off);
comment on subscription s is 'Same';
