create table public.a (id integer constraint a_pkey primary key);
create table public.b (a_id integer constraint b_a_id_fkey references public.a);
