-- Takes 009 back: storage of user.
-- lost: none
-- locks: none
-- data: none
-- access: none
-- clients: public.storage_of_user(uuid) is dropped
-- functions: none

-- The function public.storage_of_user is dropped.
drop function public.storage_of_user(uuid);
