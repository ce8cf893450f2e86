create function public.f(a int4) returns int4 language sql volatile called on null input security invoker parallel unsafe as $$select $1$$;
