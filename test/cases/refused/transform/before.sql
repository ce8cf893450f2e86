-- superuser, of the plan too
create function public.to_text(internal) returns internal language internal immutable as 'int4in';
create language lang handler plpgsql_call_handler;
create transform for integer language lang (from sql with function public.to_text(internal));
create transform for text language lang (from sql with function public.to_text(internal));
