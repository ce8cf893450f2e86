create function public.f() returns text language sql as $body$ select 'it''s $$ and $function$ \ ' $body$;
