-- Whoever has the right by PUBLIC has it already: the grant to one of them opens nothing, and its end closes nothing.
create function public.f() returns integer language sql as 'select 1';
