-- superuser
-- platform
create schema app authorization service_role;
