-- superuser
-- PUBLIC may use a trusted language unless it is told otherwise.
revoke usage on language plpgsql from public;
