create table public.notes (id integer primary key, body text);
create table public."Odd ones" (id integer primary key, body text);
create function public.text_of(note public.notes) returns text language sql immutable as 'select note.body';
create function public.odd_text_of(note public."Odd ones") returns text language sql immutable as 'select note.body';
create cast (public.notes as text) with function public.text_of(public.notes) as assignment;
create cast (public."Odd ones" as text) with function public.odd_text_of(public."Odd ones");
