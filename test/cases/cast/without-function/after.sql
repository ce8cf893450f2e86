-- superuser, of the plan too
create cast (json as bytea) without function as implicit;
create cast (json as integer) with inout as assignment;
