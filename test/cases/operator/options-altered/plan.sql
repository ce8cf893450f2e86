-- up
alter operator public.!~ (text, text) set (restrict = none, join = none);
comment on operator public.!~ (text, text) is 'other "ones"';
alter operator public.=~ (text, text) set (join = pg_catalog.eqjoinsel);
comment on operator public.=~ (text, text) is null;

-- down
alter operator public.!~ (text, text) set (restrict = pg_catalog.neqsel, join = pg_catalog.neqjoinsel);
comment on operator public.!~ (text, text) is null;
alter operator public.=~ (text, text) set (join = none);
comment on operator public.=~ (text, text) is 'alike';
