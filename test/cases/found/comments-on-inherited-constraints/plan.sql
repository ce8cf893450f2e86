-- up
-- ! scan, blocks_reads, fails_on_rows
alter table public.led
  drop constraint v_ok,
  add constraint v_ok check ((v >= 0));
comment on constraint v_ok on public.led is 'parent, now with zero';
comment on constraint v_ok on public.led_1 is 'other kid';

-- down
-- ! scan, blocks_reads, fails_on_rows
alter table public.led
  drop constraint v_ok,
  add constraint v_ok check ((v > 0));
comment on constraint v_ok on public.led is 'parent';
comment on constraint v_ok on public.led_0 is 'kid';
