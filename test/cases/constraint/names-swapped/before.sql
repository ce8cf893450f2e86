create table public.other (id integer constraint other_key primary key, code text constraint one unique);
create table public.t (
  a integer constraint k_a unique,
  b integer constraint k_b unique,
  c integer constraint c_check check (c > 0),
  d integer,
  constraint d_check check (d > 1),
  constraint e exclude using btree (d with =),
  constraint f foreign key (a) references public.other (id),
  constraint g foreign key (b) references public.other (id)
);
comment on constraint k_a on public.t is 'Of a.';
