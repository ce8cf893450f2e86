-- superuser
create schema app authorization postgres;
create publication p for tables in schema app;
