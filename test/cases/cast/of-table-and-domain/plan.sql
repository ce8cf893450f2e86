-- up
create table public."Odd ones" (
  id integer not null,
  body text,
  constraint "Odd ones_pkey" primary key (id)
);
-- ! opens_access
create function public.odd_text_of(note public."Odd ones")
returns text
language sql
immutable
as $$select note.body$$;
create cast (public."Odd ones" as text)
  with function public.odd_text_of(public."Odd ones");
-- ! opens_access
create function public.text_of(note public.notes)
returns text
language sql
immutable
as $$select note.body$$;
-- ! changes_statements
create cast (public.notes as text)
  with function public.text_of(public.notes) as assignment;

-- down
-- ! breaks_clients
drop cast (public."Odd ones" as text);
-- ! changes_statements, breaks_clients
drop cast (public.notes as text);
-- ! breaks_clients
drop function public.odd_text_of(public."Odd ones");
-- ! breaks_clients
drop function public.text_of(public.notes);
-- ! data_loss, breaks_clients
drop table public."Odd ones";
