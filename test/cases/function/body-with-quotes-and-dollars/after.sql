create function public.f() returns text language sql as $body$ select 'it''s $$ and $function$ \\ other' $body$;
comment on function public.f() is $$say 'x'$$;
