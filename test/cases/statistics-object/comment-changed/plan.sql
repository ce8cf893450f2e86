-- up
comment on statistics public.one is 'new';
comment on statistics public.other is null;

-- down
comment on statistics public.one is null;
comment on statistics public.other is 'old';
