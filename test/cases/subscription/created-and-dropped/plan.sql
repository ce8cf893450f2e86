-- up
create subscription "Some ""odd"""
  connection 'host=''(fill in)'' password=''(fill in)'''
  publication "B c", a
  with (connect = false, enabled = false, slot_name = none, binary = true, streaming = on, two_phase = true, disable_on_error = true, synchronous_commit = local);
create subscription plain
  connection 'host=''(fill in)'' password=''(fill in)'''
  publication theirs
  with (connect = false, enabled = false, slot_name = none, streaming = off);
comment on subscription plain is 'Theirs';

-- down
alter subscription "Some ""odd""" disable;
alter subscription "Some ""odd""" set (slot_name = none);
-- ! data_loss
drop subscription "Some ""odd""";
comment on subscription plain is null;
alter subscription plain disable;
alter subscription plain set (slot_name = none);
-- ! data_loss
drop subscription plain;
