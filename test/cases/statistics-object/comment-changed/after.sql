create table public.t (a integer, b integer, c text);
create statistics public.one on a, b from public.t;
comment on statistics public.one is 'new';
create statistics public.other on a, b from public.t;
