-- superuser, of the plan too
create language kept handler plpgsql_call_handler;
create trusted language goes handler plpgsql_call_handler;
create language changes handler plpgsql_call_handler;
comment on language kept is 'one';
