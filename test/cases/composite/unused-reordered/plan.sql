-- up
-- ! breaks_clients
alter type public.size
  drop attribute unit,
  drop attribute note,
  add attribute note text collate "C",
  add attribute unit text,
  add attribute height bigint;
comment on column public.size.unit is 'cm';

-- down
-- ! breaks_clients
alter type public.size
  drop attribute note,
  drop attribute unit,
  drop attribute height,
  add attribute unit text,
  add attribute note text;
comment on column public.size.unit is 'cm';
comment on column public.size.note is 'N';
